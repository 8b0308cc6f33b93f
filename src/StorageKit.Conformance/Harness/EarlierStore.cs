namespace StorageKit.Conformance;

/// <summary>What one earlier release of a driver stored.</summary>
/// <param name="Release">The release, as a failure names it: <c>schema 1</c>, <c>2.3.0</c>.</param>
/// <param name="Section">What stands under <c>[storage.NAME]</c> to open it.</param>
/// <param name="Tenant">Whose it is.</param>
/// <param name="Sessions">The sessions that are in it; at least one.</param>
public sealed record EarlierStore(
    string Release, string Section, TenantId Tenant, IReadOnlyList<SessionRecord> Sessions);
