namespace StorageKit.Conformance.Clauses;

/// <summary>The driver's section on an empty folder instead of its data folder, for what would spoil the suite's own
/// data.</summary>
internal sealed class FreshFolder : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("storagekit-");
    readonly ClauseContext _context;

    /// <exception cref="UntestedException">The section does not name the data folder.</exception>
    internal FreshFolder(ClauseContext context)
    {
        _context = context;
        var original = context.Driver.Harness.Probe<IDataFolder>()!.Path;
        Section = context.SectionText.Replace(original, _folder.FullName, StringComparison.Ordinal);
        if (Section != context.SectionText) return;
        Dispose();
        throw new UntestedException("the section does not name the harness's IDataFolder, so it cannot name another");
    }

    internal string Path => _folder.FullName;

    internal string Section { get; }

    /// <summary>Every file, by its name below the folder.</summary>
    internal Dictionary<string, long> Sizes() => _folder.EnumerateFiles("*", SearchOption.AllDirectories)
        .ToDictionary(file => System.IO.Path.GetRelativePath(Path, file.FullName), file => file.Length);

    /// <summary>A copy of the folder as it is, with its section.</summary>
    internal FreshFolder Copy()
    {
        var copy = new FreshFolder(_context);
        foreach (var name in Sizes().Keys)
        {
            var target = System.IO.Path.Combine(copy.Path, name);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(target)!);
            File.Copy(System.IO.Path.Combine(Path, name), target);
        }
        return copy;
    }

    /// <summary>Opens the driver there; dispose the section.</summary>
    internal ValueTask<DriverSection> OpenAsync() => _context.Driver.Registry.OpenSectionAsync(
        _context.Driver.Name, Section, _context.Services, _context.CancellationToken);

    public void Dispose() => _folder.Delete(recursive: true);
}
