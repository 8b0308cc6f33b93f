using StorageKit.Diagnostics;

namespace StorageKit.Redis;

public sealed partial class RedisPolicyStore
{
    static readonly StoreOperation s_list = RedisTelemetry.Operation<IPolicyStore>(nameof(ListKeysAsync));

    /// <inheritdoc/>
    /// <remarks>Of a cache the source is listed: it has them all. Otherwise the server goes through all its keys, other
    /// tenants' too; it may name one twice, so 16 bytes of each are remembered until the listing ends.</remarks>
    public IAsyncEnumerable<string> ListKeysAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        if (_records is not { } records) return ListSource(cancellationToken);
        return ListAsync(
            s_list, records.Keys,
            (names, _) => ValueTask.FromResult<IReadOnlyList<string>>([.. names.Select(name => IdOf(records, name))]),
            cancellationToken);
    }

    IAsyncEnumerable<string> ListSource(CancellationToken cancellationToken) => _source is IKeyListing listing
        ? listing.ListKeysAsync(cancellationToken)
        : throw new StorageException(
            StorageErrorKind.Backend,
            "the source of the policy cache cannot list its policies through StorageKit; list them there by its own "
            + "means", isTransient: false);

    static string IdOf(IPolicyRecords records, string name) =>
        AgentId.TryParse(name, out var agent) && agent.ToHex() == name
            ? agent.ToString()
            : throw records.Keys.Damaged();
}
