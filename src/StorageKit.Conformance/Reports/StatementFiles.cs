namespace StorageKit.Conformance;

/// <summary>The two files of a suite's statement: a page for people and a document for machines. Suites do not
/// overwrite one another; the same suite, run again, replaces its own.</summary>
public sealed class StatementFiles
{
    /// <summary>The environment variable that says which folder the statements go to.</summary>
    public const string FolderVariable = "STORAGEKIT_REPORTS";

    /// <summary>Files of a suite, in <c>conformance/DRIVER/SUITE.html</c> and <c>.json</c>.</summary>
    /// <param name="driver">The driver's name.</param>
    /// <param name="suite">The suite's full name.</param>
    /// <param name="folder">The folder instead of <c>conformance</c>; null for that of <see cref="FolderVariable"/>,
    /// or <c>conformance</c> beside the tests' assembly.</param>
    public StatementFiles(string driver, string suite, string? folder = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(driver);
        ArgumentException.ThrowIfNullOrEmpty(suite);
        if (string.IsNullOrEmpty(folder)) folder = Environment.GetEnvironmentVariable(FolderVariable);
        if (string.IsNullOrEmpty(folder)) folder = Path.Combine(AppContext.BaseDirectory, "conformance");
        // Both names are identifiers in practice; a name by hand must not leave the folder either.
        var stem = Path.GetFullPath(Path.Combine(folder, FileName(driver), FileName(suite)));
        Page = stem + ".html";
        Document = stem + ".json";
    }

    /// <summary>The full path of the page.</summary>
    public string Page { get; }

    /// <summary>The full path of the document: <c>conformance.json</c> in all but its name.</summary>
    public string Document { get; }

    /// <summary>Removes both, so that an old statement does not outlive a run that ends early.</summary>
    public void Remove()
    {
        if (!Directory.Exists(Path.GetDirectoryName(Page))) return;
        File.Delete(Page);
        File.Delete(Document);
    }

    /// <summary>Writes both. Who reads meanwhile sees the old file or the new one, never half of one.</summary>
    /// <exception cref="IOException">They cannot be written; the message says where to.</exception>
    public void Write(ConformanceReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Page)!);
            Replace(Page, stream => HtmlReport.Write(report, stream));
            Replace(Document, stream => JsonReport.Write(report, stream));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException(
                $"The statement of the suite cannot be written to {Path.GetDirectoryName(Page)}: {e.Message} "
                + $"Set {FolderVariable} to a folder that can be written.", e);
        }
    }

    static void Replace(string path, Action<Stream> write)
    {
        var beside = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = new FileStream(beside, FileMode.CreateNew)) write(stream);
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    static string FileName(string name) =>
        string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' ? c : '_')).TrimStart('.');
}
