using StorageKit.Specimens.Tests.Bus;
using StorageKit.Specimens.Tests.EntryHash;
using StorageKit.Specimens.Tests.Memory;
using StorageKit.Specimens.Tests.OutageBuffer;
using StorageKit.Specimens.Tests.Postgres;
using StorageKit.Specimens.Tests.Redis;

namespace StorageKit.Specimens.Tests.Running;

/// <summary>All specimens, in the order of the page.</summary>
internal static class SpecimenCatalog
{
    internal static IReadOnlyList<Specimen> All { get; } =
    [
        RedisSpecimen.Alone, RedisSpecimen.ReadThrough,
        PostgresSpecimen.Alone, PostgresSpecimen.Eased, PostgresSpecimen.Superuser,
        MemorySpecimen.Specimen,
        BufferSpecimen.Outage, BufferSpecimen.Limited, BufferSpecimen.Flaky, BusSpecimen.Specimen,
        HashedLogSpecimen.Specimen,
    ];

    internal static Specimen Get(string name) => All.Single(specimen => specimen.Name == name);
}
