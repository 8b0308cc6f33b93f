using StorageKit.Diagnostics;

namespace StorageKit.Local;

public sealed partial class LocalSessionStore
{
    static readonly StoreOperation s_list = LocalTelemetry.Operation<ISessionStore>(nameof(ListKeysAsync));

    /// <inheritdoc/>
    public IAsyncEnumerable<string> ListKeysAsync(CancellationToken cancellationToken = default) => ListAsync(
        s_list, Files.Sessions, static name => IdOf(name) is not null,
        name => Load(IdOf(name)!.Value)?.SessionId.ToString(), cancellationToken);

    // Null for what no save has written.
    static SessionId? IdOf(string name) =>
        SessionId.TryParse(Path.GetFileNameWithoutExtension(name), out var session)
        && SessionFile.NameOf(session) == name
            ? session
            : null;
}
