package io.arioso.cli;

import java.util.List;

/** A verb that only holds others. */
interface VerbGroup {
    /** The verbs in it. */
    List<Verb> members();
}
