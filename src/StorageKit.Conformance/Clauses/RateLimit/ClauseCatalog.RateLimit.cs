using StorageKit.Conformance.Clauses;

namespace StorageKit.Conformance;

public static partial class ClauseCatalog
{
    static Clause[] RateLimit =>
    [
        new RLC01_FreshKeyReadsZero(),
        new RLC05_ConcurrentIncrementsTile(),
    ];
}
