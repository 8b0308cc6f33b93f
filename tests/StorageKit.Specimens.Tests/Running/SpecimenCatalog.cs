using StorageKit.Specimens.Tests.Bus;
using StorageKit.Specimens.Tests.EntryHash;
using StorageKit.Specimens.Tests.Memory;
using StorageKit.Specimens.Tests.OutageBuffer;
using StorageKit.Specimens.Tests.Postgres;
using StorageKit.Specimens.Tests.Redis;

namespace StorageKit.Specimens.Tests.Running;

/// <summary>All specimens, in the order of the pages.</summary>
internal static class SpecimenCatalog
{
    internal static IReadOnlyList<Specimen> All { get; } =
    [
        RedisSpecimen.Alone, RedisSpecimen.ReadThrough,
        PostgresSpecimen.Alone, PostgresSpecimen.Eased, PostgresSpecimen.Superuser,
        MemorySpecimen.Specimen,
        BufferSpecimen.Outage, BufferSpecimen.Limited, BufferSpecimen.Flaky,
        BusSpecimen.Patient, BusSpecimen.Slow,
        HashedLogSpecimen.Specimen,
    ];

    internal static Specimen Get(string name) => All.Single(specimen => specimen.Name == name);

    internal static IEnumerable<Specimen> Of(SpecimenGroup group) => All.Where(specimen => group == GroupOf(specimen));

    internal static SpecimenGroup GroupOf(Specimen specimen) => specimen.Backend switch
    {
        Backend.Redis => SpecimenGroup.Redis,
        Backend.Postgres => SpecimenGroup.Postgres,
        _ => SpecimenGroup.Process,
    };
}
