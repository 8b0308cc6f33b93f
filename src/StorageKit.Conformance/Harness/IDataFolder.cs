namespace StorageKit.Conformance;

/// <summary>Probe: the folder that the driver keeps all its files in, and nobody else any.</summary>
/// <remarks>The driver's section has to name it as it stands in <see cref="Path"/>: clauses about torn and failing
/// writes put another folder in its place. <see cref="FolderScan"/> is one, and what <see cref="PrivateFolder"/> and
/// <see cref="SqliteFile"/> give.</remarks>
/// <example><code>
/// return new(section: $"path = '{scope.Folder}/acme.db'", new FolderScan(scope.Folder));
/// </code></example>
public interface IDataFolder
{
    /// <summary>Its full path.</summary>
    string Path { get; }
}
