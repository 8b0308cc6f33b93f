namespace StorageKit.Sqlite;

/// <summary>The file in which entries wait: written by the driver's group commit, so that what it holds is synced.
/// Thread-safe; several processes may share it.</summary>
internal sealed class OutboxFile : IAsyncDisposable
{
    readonly Writer _writer;
    readonly ReaderPool _readers;
    readonly OutboxOptions _options;
    readonly TimeProvider _time;

    OutboxFile(OutboxOptions options, string name, TimeProvider time, Writer writer, ReaderPool readers)
    {
        _options = options;
        Name = name;
        _time = time;
        _writer = writer;
        _readers = readers;
    }

    /// <summary>The file's name without its directories.</summary>
    internal string Name { get; }

    internal static OutboxFile Open(OutboxOptions options, TimeProvider time)
    {
        var file = new DatabaseFile(new() { Path = options.Path, BusyTimeout = options.BusyTimeout });
        file.Ensure(options.Path);
        DatabaseConnection? connection = null;
        try
        {
            connection = file.OpenWriter();
            var writeLock = new WriteLock(connection, options.BusyTimeout, file.Name);
            SchemaMigration.Apply(
                connection, writeLock, file.Name, OutboxSchema.Scripts, OutboxSchema.ApplicationId);
            return new(options, file.Name, time, new(connection, writeLock, file.Name), new(file));
        }
        catch (Exception e)
        {
            connection?.Dispose();
            var failure = SqliteFailure.Of(e, file.Name);
            if (ReferenceEquals(failure, e)) throw;
            throw failure;
        }
    }

    /// <summary>Keeps emits: each one whole, or not at all because it would exceed the capacity.</summary>
    /// <returns>For each emit null when it is kept, else why it is not.</returns>
    internal Task<StorageException?[]> KeepAsync(byte[] tenant, IReadOnlyList<OutboxRow[]> emits) =>
        _writer.WriteAsync(
            connection =>
            {
                var room = _options.Capacity - connection.Number("SELECT entries FROM held");
                var failures = new StorageException?[emits.Count];
                for (var i = 0; i < emits.Count; i++)
                {
                    var news = emits[i].Count(row => !row.IsHeld(connection, tenant));
                    if (news > room)
                    {
                        failures[i] = Full(OutboxState.Read(connection));
                        continue;
                    }
                    foreach (var row in emits[i]) row.Add(connection, tenant, _time.GetUtcNow().UtcTicks);
                    room -= news;
                }
                return failures;
            },
            CancellationToken.None);

    StorageException Full(OutboxState state) => new(
        StorageErrorKind.Backend,
        $"the outbox \"{Name}\" is full: of {_options.Capacity} entries {state.Describe(_time.GetUtcNow())}; this one "
        + $"was not kept. Bring the target \"{_options.Target.Driver}\" back and emit again, or raise capacity in "
        + "[storage.outbox]",
        isTransient: true);

    /// <summary>Whether entries of the tenant wait, and which of its sessions are set aside.</summary>
    internal ValueTask<(bool AnyWaits, HashSet<SessionId> Refused)> LookAsync(byte[] tenant) =>
        _readers.ReadAsync(
            connection =>
            {
                HashSet<SessionId> refused = [];
                if (connection.Number("SELECT entries FROM held") == 0) return (false, refused);
                using (var row = connection.Query(
                    "SELECT DISTINCT session FROM entries WHERE aside = 1 AND tenant = ?1", tenant))
                    while (row.Read()) refused.Add(SessionId.FromBytes(row.GetFieldValue<byte[]>(0)));
                var waits = connection.Scalar("SELECT 1 FROM entries WHERE aside = 0 AND tenant = ?1 LIMIT 1", tenant);
                return (waits is not null, refused);
            },
            CancellationToken.None);

    /// <summary>The tenants of whom entries wait.</summary>
    internal ValueTask<List<TenantId>> TenantsAsync() => _readers.ReadAsync(
        static connection =>
        {
            // From one to the next by the index; DISTINCT would read every row.
            List<TenantId> tenants = [];
            byte[] last = [];
            while (connection.Scalar("SELECT min(tenant) FROM entries WHERE aside = 0 AND tenant > ?1", last)
                is byte[] next)
                tenants.Add(TenantId.FromBytes(last = next));
            return tenants;
        },
        CancellationToken.None);

    /// <summary>The tenant's next entries.</summary>
    internal ValueTask<WaitingBatch> NextAsync(byte[] tenant) =>
        _readers.ReadAsync(connection => WaitingBatch.Read(connection, tenant), CancellationToken.None);

    /// <summary>Removes what the target has acknowledged.</summary>
    internal Task RemoveAsync(IReadOnlyList<long> positions) =>
        EachAsync("DELETE FROM entries WHERE position = ?1", positions);

    internal Task SetUnreadableAsync(IReadOnlyList<long> positions) =>
        EachAsync("UPDATE entries SET aside = 2 WHERE position = ?1", positions);

    /// <summary>Sets the waiting entries of a session aside.</summary>
    internal Task SetAsideAsync(byte[] tenant, SessionId session) => _writer.WriteAsync(
        connection => connection.Execute(
            "UPDATE entries SET aside = 1 WHERE tenant = ?1 AND session = ?2 AND aside = 0",
            tenant, session.ToByteArray()),
        CancellationToken.None);

    /// <summary>Gives what was refused its old place in the queue again.</summary>
    internal Task<int> TakeUpAsync(CancellationToken cancellationToken) => _writer.WriteAsync(
        static connection => connection.Execute("UPDATE entries SET aside = 0 WHERE aside = 1"), cancellationToken);

    /// <summary>What the file holds; it was locked for writing, so it can be.</summary>
    internal Task<OutboxState> StateAsync(CancellationToken cancellationToken) =>
        _writer.WriteAsync(OutboxState.Read, cancellationToken);

    Task EachAsync(string sql, IReadOnlyList<long> positions) => _writer.WriteAsync(
        connection =>
        {
            foreach (var position in positions) connection.Execute(sql, position);
            return positions.Count;
        },
        CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _readers.DisposeAsync().ConfigureAwait(false);
        await _writer.DisposeAsync().ConfigureAwait(false);
    }
}
