using StorageKit.Conformance.Tests.Mutants.RateLimit;

namespace StorageKit.Conformance.Tests.Mutants.Configuration;

/// <summary>The parts of a small correct driver, of which a mutant spoils one.</summary>
internal static class CounterDriver
{
    internal static StoreRegistration Store { get; } = new(
        typeof(LockedCounter), [new("rate_limit_counter", typeof(IRateLimitCounter))],
        static (scope, _) => new(new LockedCounter(scope.Time)));
}
