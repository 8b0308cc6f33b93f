using StorageKit.Memory;

namespace StorageKit.Conformance.Wire;

/// <summary>What the server keeps, and what it answers. The memory driver does most of it.</summary>
internal sealed class WireData : IAsyncDisposable
{
    readonly SemaphoreSlim _turn = new(1);
    readonly Dictionary<TenantId, TenantStores> _tenants = [];
    readonly Dictionary<(TenantId, string), (ulong Total, DateTimeOffset End)> _counters = [];
    readonly Dictionary<(TenantId, SessionId), (SessionRecord Record, DateTimeOffset End)> _sessions = [];
    DriverSection? _memory;

    /// <summary>Does what a request says: one after the other, each whole.</summary>
    internal async ValueTask<byte[]> AnswerAsync(byte[] request)
    {
        using var reader = new BinaryReader(new MemoryStream(request));
        using var content = new MemoryStream();
        using var reply = new BinaryWriter(content);
        await _turn.WaitAsync();
        try
        {
            reply.Write((byte)0);
            var operation = (WireOperation)reader.ReadByte();
            var tenant = TenantId.FromBytes(reader.ReadBytes(16));
            await AnswerAsync(operation, tenant, reader, reply);
        }
        catch (StorageException e)
        {
            content.SetLength(0);
            reply.Write((byte)1);
            reply.Write((byte)e.Kind);
        }
        finally
        {
            _turn.Release();
        }
        return content.ToArray();
    }

    public ValueTask DisposeAsync() => _memory?.DisposeAsync() ?? default;

    async ValueTask AnswerAsync(WireOperation operation, TenantId tenant, BinaryReader request, BinaryWriter reply)
    {
        if (operation is >= WireOperation.CounterIncrement and <= WireOperation.CounterReset)
            Count(operation, (tenant, request.ReadString()), request, reply);
        else if (operation is >= WireOperation.SessionSave and <= WireOperation.SessionDelete)
            Session(operation, tenant, request, reply);
        else await WireAnswers.AnswerAsync(operation, await StoresAsync(tenant), request, reply);
    }

    async ValueTask<TenantStores> StoresAsync(TenantId tenant)
    {
        if (_tenants.TryGetValue(tenant, out var found)) return found;
        _memory ??= await new Registry().Add(MemoryDriver.Registration).OpenSectionAsync(
            MemoryDriver.Name, "", StorageServices.Default);
        return _tenants[tenant] = await _memory.OpenTenantAsync(tenant);
    }

    void Count(WireOperation operation, (TenantId, string) key, BinaryReader request, BinaryWriter reply)
    {
        var now = DateTimeOffset.UtcNow;
        if (_counters.TryGetValue(key, out var counter) && counter.End <= now) _counters.Remove(key);
        if (!_counters.TryGetValue(key, out counter)) counter = (0, DateTimeOffset.MaxValue);
        switch (operation)
        {
            case WireOperation.CounterIncrement or WireOperation.CounterAdd:
                var amount = request.ReadUInt64();
                var total = counter.Total + Math.Min(amount, ulong.MaxValue - counter.Total);
                var isNew = operation == WireOperation.CounterIncrement && !_counters.ContainsKey(key);
                _counters[key] = (total, isNew ? End(now, request.ReadInt64()) : counter.End);
                reply.Write(total);
                break;
            case WireOperation.CounterExpire:
                if (_counters.ContainsKey(key)) _counters[key] = (counter.Total, End(now, request.ReadInt64()));
                break;
            case WireOperation.CounterCurrent:
                reply.Write(counter.Total);
                break;
            default:
                _counters.Remove(key);
                break;
        }
    }

    void Session(WireOperation operation, TenantId tenant, BinaryReader request, BinaryWriter reply)
    {
        var now = DateTimeOffset.UtcNow;
        var key = (tenant, SessionId.FromBytes(request.ReadBytes(16)));
        if (_sessions.TryGetValue(key, out var session) && session.End <= now) _sessions.Remove(key);
        switch (operation)
        {
            case WireOperation.SessionSave:
                var agent = AgentId.FromBytes(request.ReadBytes(16));
                _sessions[key] = (new(key.Item2, agent, request.ReadUInt64()), End(now, request.ReadInt64()));
                break;
            case WireOperation.SessionExpire:
                if (_sessions.TryGetValue(key, out session))
                    _sessions[key] = (session.Record, End(now, request.ReadInt64()));
                break;
            case WireOperation.SessionLoad:
                reply.Write(_sessions.TryGetValue(key, out session));
                if (session.Record is null) break;
                reply.Write(session.Record.AgentId.ToByteArray());
                reply.Write(session.Record.StartedAtNs);
                break;
            default:
                _sessions.Remove(key);
                break;
        }
    }

    // No length, or one beyond the calendar: never.
    static DateTimeOffset End(DateTimeOffset now, long ticks) =>
        ticks == 0 || ticks >= (DateTimeOffset.MaxValue - now).Ticks ? DateTimeOffset.MaxValue : now.AddTicks(ticks);
}
