namespace StorageKit.Local;

public abstract partial class LocalStore : IDiagnosable
{
    /// <summary>Looks at the folder and its disk.</summary>
    public async ValueTask<IReadOnlyList<BackendFinding>> DiagnoseAsync(
        TimeProvider clock, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(clock);
        var path = Path.TrimEndingDirectorySeparator(Path.GetFullPath(Options.Path));
        return await ReadAsync<IReadOnlyList<BackendFinding>>(
            () => [DiskFindings.Rights(path), .. DiskFindings.Of(path), .. Encryption],
            cancellationToken).ConfigureAwait(false);
    }

    IEnumerable<BackendFinding> Encryption => Options.Plaintext
        ? [
            new(
                BackendFindingLevel.Notice, "encryption",
                "plaintext = true: credentials may lie unencrypted in their files",
                "add [storage.encryption], and take plaintext away when all are sealed"),
        ]
        : [];
}
