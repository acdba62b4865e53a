package io.arioso.testkit;

/**
 * One promise of the format, checked on one plug-in.
 *
 * @param number eternal number: X for the sound, V for the validator's catalogue
 * @param sentence what holds if the rule passes
 * @param check throws an {@link AssertionError} naming thing, value and bound if it does not hold
 */
public record ContractRule(String number, String sentence, Check check) {

    /** The check of a rule. */
    @FunctionalInterface
    public interface Check {
        /** Returns if the promise holds. */
        void check(PluginUnderTest plugin) throws Exception;
    }

    /** Number and sentence. */
    public String title() {
        return number + " " + sentence;
    }

    /**
     * Checks a plug-in.
     *
     * @throws AssertionError if the rule is broken; anything else that the plug-in throws becomes its cause
     * @throws RuleNotApplicable if there is nothing to check, or the author has excused the plug-in with a reason
     */
    public void verify(PluginUnderTest plugin) {
        plugin.excuseFrom(number).ifPresent(why -> {
            throw new RuleNotApplicable("excused: " + why);
        });
        try {
            check.check(plugin);
        } catch (RuleNotApplicable | AssertionError told) {
            throw told;
        } catch (Throwable thrown) {
            throw new AssertionError(number + ": the plug-in threw " + thrown, thrown);
        }
    }
}
