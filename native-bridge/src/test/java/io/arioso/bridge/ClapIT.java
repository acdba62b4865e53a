package io.arioso.bridge;

import org.junit.jupiter.api.Test;

class ClapIT {
    @Test
    void x() {
        System.out.println(TestBundle.arioso().clap());
        System.out.println(TestBundle.testEffects().clap());
    }
}
