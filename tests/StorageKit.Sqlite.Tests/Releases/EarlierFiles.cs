using StorageKit.Conformance;

namespace StorageKit.Sqlite.Tests;

/// <summary>A database of each schema that a release ever wrote, <c>schema-1.db</c> and so on. A file is made once, by
/// <see cref="EarlierFileTests"/> at the release that brings the schema, and never again.</summary>
internal sealed class EarlierFiles(SuiteScope scope) : IEarlierRelease
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Releases");

    internal static TenantId Tenant { get; } = TenantId.FromBytes([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]);

    /// <summary>What is in each of them.</summary>
    internal static IReadOnlyList<SessionRecord> Sessions { get; } =
    [
        Session(1, 0), Session(2, 1_767_323_045_123_456_789), Session(3, ulong.MaxValue),
    ];

    internal static IEnumerable<int> Schemas =>
        Enumerable.Range(1, Schema.Scripts.Count).Where(schema => File.Exists(Path.Combine(Folder, Name(schema))));

    internal static string Name(int schema) => $"schema-{schema}.db";

    /// <summary>Copies the database of a schema to where it may be changed.</summary>
    internal static string CopyTo(string folder, int schema)
    {
        var file = Path.Combine(folder, Name(schema));
        File.Copy(Path.Combine(Folder, Name(schema)), file);
        return file;
    }

    public ValueTask<IReadOnlyList<EarlierStore>> RestoreAsync(CancellationToken cancellationToken = default)
    {
        var folder = Directory.CreateDirectory(Path.Combine(scope.Folder, $"earlier-{Guid.NewGuid():n}")).FullName;
        return new(
        [
            .. Schemas.Select(schema => new EarlierStore(
                $"schema {schema}", $"path = '{CopyTo(folder, schema)}'" + KeyRings.OnlyOld,
                Tenant, Sessions)),
        ]);
    }

    static SessionRecord Session(byte number, ulong startedAt) => new(
        SessionId.FromBytes([.. Enumerable.Repeat(number, 16)]),
        AgentId.FromBytes([.. Enumerable.Repeat((byte)(number + 100), 16)]), startedAt);
}
