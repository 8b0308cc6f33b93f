using System.Runtime.Versioning;

namespace StorageKit.Conformance.Clauses;

/// <summary>Files and folders that hold secrets are open to their owner alone (0600, 0700).</summary>
[Clause(
    "CRD-17", "Files and folders that hold secrets are open to their owner alone (0600, 0700).",
    Contract = typeof(ICredentialStore), Needs = Needs.Shared | Needs.FileModes)]
internal sealed class CRD17_FilesAreTheOwnersAlone : Clause<ICredentialStore>
{
    const UnixFileMode OthersMay = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    protected override async ValueTask CheckAsync(ICredentialStore store, ClauseContext context)
    {
        var token = context.CancellationToken;
        await store.PutSecretAsync("kept/private", new byte[64], token).ConfigureAwait(false);
        var folder = context.Driver.Harness.Probe<IDataFolder>()!.Path;
        var entries = Directory.GetFileSystemEntries(folder, "*", SearchOption.AllDirectories);
        if (entries.Length == 0) throw new InconclusiveException("the harness's IDataFolder is empty after a secret was put");
        foreach (var entry in entries.Where(entry => !OperatingSystem.IsWindows() && IsOpen(entry)))
            throw new ClauseViolationException(
                $"OPEN TO OTHERS: \"{Path.GetRelativePath(folder, entry)}\" may be used by others than its owner; create it with "
                + "UnixCreateMode, whatever the umask is");
    }

    [UnsupportedOSPlatform("windows")]
    static bool IsOpen(string entry) => (File.GetUnixFileMode(entry) & OthersMay) != 0;
}
