namespace StorageKit.Specimens.Tests.Running;

/// <summary>Specimens that share a server, a test class and a page.</summary>
internal enum SpecimenGroup
{
    Redis,
    Postgres,
    Process,
}
