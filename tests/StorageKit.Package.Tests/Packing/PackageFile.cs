using System.IO.Compression;
using System.Xml.Linq;

namespace StorageKit.Package.Tests.Packing;

/// <summary>One package, looked at from outside.</summary>
internal sealed class PackageFile : IDisposable
{
    readonly ZipArchive _zip;

    internal PackageFile(string path)
    {
        _zip = ZipFile.OpenRead(path);
        Nuspec = XDocument.Load(_zip.Entries.Single(entry => IsNuspec(entry.FullName)).Open());
    }

    internal XDocument Nuspec { get; }

    /// <summary>What the package brings, without what NuGet itself adds, in ordinal order.</summary>
    internal IEnumerable<string> Files => _zip.Entries
        .Select(entry => entry.FullName)
        .Where(name => !IsNuspec(name) && !name.StartsWith("_rels/", StringComparison.Ordinal)
            && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml")
        .Order(StringComparer.Ordinal);

    internal string? Metadata(string element) =>
        Nuspec.Descendants().FirstOrDefault(node => node.Name.LocalName == element)?.Value;

    internal IEnumerable<XElement> Dependencies =>
        Nuspec.Descendants().Where(node => node.Name.LocalName == "dependency");

    public void Dispose() => _zip.Dispose();

    static bool IsNuspec(string name) => name.EndsWith(".nuspec", StringComparison.Ordinal);
}
