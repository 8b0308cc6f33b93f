namespace StorageKit.Conformance.Tests.Mutants.Parts;

/// <summary>Files that are named as their keys, wherever that leads.</summary>
internal sealed class OutsideCopies : IDisposable
{
    readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("storagekit-mutant-");

    internal void Write(string key, ReadOnlySpan<byte> content)
    {
        var path = Path.Combine(_root.FullName, key);
        if (Directory.Exists(Path.GetDirectoryName(path))) File.WriteAllBytes(path, content);
    }

    public void Dispose() => _root.Delete(recursive: true);
}
