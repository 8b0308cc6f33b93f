using System.Xml.Linq;

namespace StorageKit.Tests.House;

/// <summary>A project of the repository: what its file references.</summary>
/// <param name="Path">Relative to the root.</param>
internal sealed record ProjectFile(string Path)
{
    readonly XDocument _xml = XDocument.Load(System.IO.Path.Combine(RepositoryFiles.Root, Path));

    internal string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The names of the projects it compiles against; the generators and analyzers that it runs or packs are
    /// not.</summary>
    internal IEnumerable<string> References => Items("ProjectReference")
        .Where(item => (string?)item.Attribute("ReferenceOutputAssembly") != "false")
        .Select(item => System.IO.Path.GetFileNameWithoutExtension(Included(item).Replace('\\', '/')));

    internal IEnumerable<string> Packages => Items("PackageReference").Select(Included);

    internal IEnumerable<XElement> Items(string name) =>
        _xml.Descendants().Where(element => element.Name.LocalName == name && element.Attribute("Remove") is null);

    internal static string Included(XElement item) =>
        (string?)item.Attribute("Include") ?? (string?)item.Attribute("Update") ?? "";

    /// <summary>What <c>dotnet new</c> makes projects of is none of ours.</summary>
    internal static bool IsTemplate(string path) => path.Contains("/content/", StringComparison.Ordinal);

    internal static IEnumerable<ProjectFile> Below(string folder) => RepositoryFiles.Paths(".csproj")
        .Where(path => path.StartsWith(folder + "/", StringComparison.Ordinal) && !IsTemplate(path))
        .Select(path => new ProjectFile(path));
}
