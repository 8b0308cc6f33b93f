using System.Xml.Linq;
using static System.IO.Path;

namespace StorageKit.Package.Tests.Consumers;

/// <summary>
/// A folder outside the repository in which projects use the packages as anybody would. It inherits nothing from the
/// repository, and leaves nothing in the machine's cache.
/// </summary>
internal sealed class ConsumerFolder
{
    readonly PackedFeed _feed;

    ConsumerFolder(PackedFeed feed, string path) => (_feed, Path) = (feed, path);

    internal string Path { get; }

    internal static async Task<ConsumerFolder> CreateAsync(PackedFeed feed, string name)
    {
        var folder = new ConsumerFolder(feed, Combine(feed.Root, name));
        Directory.CreateDirectory(folder.Path);
        var cache = await DotnetCommand.RunAsync(
            feed.Root, "nuget", "locals", "global-packages", "--list", "--force-english-output");
        cache.AssertSucceeded();
        folder.WriteBuildFiles(cache.Output.Split("global-packages:")[1].Trim());
        return folder;
    }

    /// <summary>
    /// Writes a project; the packages of this repository in the version just packed, others as it pins them.
    /// </summary>
    internal void WriteProject(string[] packages, string more = "", string file = "Consumer.csproj")
    {
        var references = packages.Select(id => $"""<PackageReference Include="{id}" Version="{VersionOf(id)}" />""");
        Write(file, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup>
                {string.Join("\n    ", references)}
              </ItemGroup>
              {more}
            </Project>
            """);
    }

    internal void CopySources(params string[] path)
    {
        foreach (var file in Directory.EnumerateFiles(Combine([Repository.Root, .. path])))
            if (!file.EndsWith(".csproj", StringComparison.Ordinal))
                File.Copy(file, Combine(Path, GetFileName(file)));
    }

    internal void Write(string file, string text)
    {
        var path = Combine(Path, file);
        Directory.CreateDirectory(GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    internal Task<CommandResult> RunAsync(params string[] arguments) =>
        DotnetCommand.RunAsync(Path, [.. arguments, "-m:1", "-nologo", "-v:q"]);

    void WriteBuildFiles(string machineCache)
    {
        // Beside the machine's own sources, whatever these are.
        Write("NuGet.config", $"""
            <configuration>
              <packageSources><add key="packed" value="{_feed.Folder}" /></packageSources>
            </configuration>
            """);
        Write("Directory.Build.props", $"""
            <Project>
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <NuGetAudit>false</NuGetAudit>
                <RestorePackagesPath>{Combine(Path, "packages")}</RestorePackagesPath>
                <RestoreFallbackFolders>{machineCache}</RestoreFallbackFolders>
              </PropertyGroup>
            </Project>
            """);
        foreach (var file in new[] { "Directory.Build.targets", "Directory.Packages.props" })
            Write(file, "<Project />");
        // One folder up, because the sources may bring their own.
        Write("../.editorconfig", "root = true");
    }


    string VersionOf(string id) => _feed.Ids.Contains(id) ? _feed.Version : PinnedVersionOf(id);

    static string PinnedVersionOf(string id) =>
        XDocument.Load(Combine(Repository.Root, "Directory.Packages.props")).Descendants("PackageVersion")
            .Single(pin => pin.Attribute("Include")!.Value == id).Attribute("Version")!.Value;
}
