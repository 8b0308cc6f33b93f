using StorageKit.Diagnostics;

namespace StorageKit.Redis;

public sealed partial class RedisSessionStore
{
    static readonly StoreOperation s_list = RedisTelemetry.Operation<ISessionStore>(nameof(ListKeysAsync));

    /// <inheritdoc/>
    /// <remarks>The server goes through all its keys, other tenants' too. It may name one twice, so 16 bytes of each are
    /// remembered until the listing ends.</remarks>
    public IAsyncEnumerable<string> ListKeysAsync(CancellationToken cancellationToken = default) => ListAsync(
        s_list, _keys, (names, _) => ValueTask.FromResult<IReadOnlyList<string>>([.. names.Select(IdOf)]),
        cancellationToken);

    string IdOf(string name) => SessionId.TryParse(name, out var session) && session.ToHex() == name
        ? session.ToString()
        : throw _keys.Damaged();
}
