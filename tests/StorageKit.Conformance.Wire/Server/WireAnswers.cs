namespace StorageKit.Conformance.Wire;

/// <summary>Answers from a tenant's stores.</summary>
internal static class WireAnswers
{
    internal static ValueTask AnswerAsync(
        WireOperation operation, TenantStores stores, BinaryReader request, BinaryWriter reply) => operation switch
    {
        WireOperation.Ping => default,
        < WireOperation.AuditEmit => PolicyAsync(operation, stores.Get<IPolicyStore>(), request, reply),
        < WireOperation.SessionSave => AuditAsync(operation, stores.Get<IAuditSink>(), request, reply),
        < WireOperation.CounterIncrement => SecretAsync(operation, stores.Get<ICredentialStore>(), request, reply),
        < WireOperation.ObjectRead => AgentAsync(operation, stores.Get<ILifecycleStore>(), request, reply),
        _ => ObjectAsync(operation, stores.Get<IObjectStore>(), request, reply),
    };

    static async ValueTask PolicyAsync(
        WireOperation operation, IPolicyStore store, BinaryReader request, BinaryWriter reply)
    {
        var agent = AgentId.FromBytes(request.ReadBytes(16));
        if (operation == WireOperation.PolicyPut)
            await ((IPolicyWriter)store).PutPolicyAsync(agent, PolicyDocument.FromJson(request.ReadString()));
        else reply.Write((await store.GetPolicyAsync(agent))?.ToJson() ?? "");
    }

    static async ValueTask AuditAsync(
        WireOperation operation, IAuditSink store, BinaryReader request, BinaryWriter reply)
    {
        if (operation == WireOperation.AuditEmit)
        {
            var entries = Enumerable.Range(0, request.ReadInt32())
                .Select(_ => AuditEntry.FromJson(request.ReadString())).ToArray();
            await ((IAuditBatchSink)store).EmitBatchAsync(entries);
            return;
        }
        var records = await ((IAuditLog)store).ReadAsync(request.ReadUInt64(), request.ReadInt32());
        reply.Write(records.Count);
        foreach (var record in records)
        {
            reply.Write(record.Position);
            reply.Write(record.Digest.ToString());
            reply.Write(record.Entry.ToJson());
        }
    }

    static async ValueTask SecretAsync(
        WireOperation operation, ICredentialStore store, BinaryReader request, BinaryWriter reply)
    {
        var key = request.ReadString();
        if (operation == WireOperation.SecretGet) reply.WriteBytes(await store.GetSecretAsync(key));
        else if (operation == WireOperation.SecretPut) await store.PutSecretAsync(key, request.ReadBytes());
        else await store.DeleteSecretAsync(key);
    }

    static async ValueTask AgentAsync(
        WireOperation operation, ILifecycleStore store, BinaryReader request, BinaryWriter reply)
    {
        var monitor = (ILifecycleMonitor)store;
        if (operation == WireOperation.AgentList)
        {
            await foreach (var status in monitor.ListAsync())
            {
                reply.Write(true);
                reply.Write(status.Agent.ToByteArray());
                reply.Write(status.RegisteredAt.UtcTicks);
                reply.Write(status.LastSeen.UtcTicks);
            }
            reply.Write(false);
            return;
        }
        var agent = AgentId.FromBytes(request.ReadBytes(16));
        if (operation == WireOperation.AgentRegister) await store.RegisterAsync(agent);
        else if (operation == WireOperation.AgentHeartbeat) await store.HeartbeatAsync(agent);
        else if (operation == WireOperation.AgentDeregister) await store.DeregisterAsync(agent);
        else reply.Write((await monitor.LastSeenAsync(agent))?.UtcTicks ?? 0);
    }

    static async ValueTask ObjectAsync(
        WireOperation operation, IObjectStore store, BinaryReader request, BinaryWriter reply)
    {
        var key = request.ReadString();
        if (operation == WireOperation.ObjectRead) reply.WriteBytes(await store.ReadAsync(key));
        else if (operation == WireOperation.ObjectWrite) await store.WriteAsync(key, request.ReadBytes());
        else if (operation == WireOperation.ObjectDelete) await store.DeleteAsync(key);
        else if (operation == WireOperation.ObjectExists) reply.Write(await store.ExistsAsync(key));
        else
        {
            await foreach (var found in store.ListAsync(key))
            {
                reply.Write(true);
                reply.Write(found.Key);
                reply.Write(found.Size);
            }
            reply.Write(false);
        }
    }
}
