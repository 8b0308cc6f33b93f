using System.Text;
using StorageKit.Conformance;

namespace StorageKit.Local.Tests;

/// <summary>Changes the files of the driver as somebody could who has the folder.</summary>
internal sealed class LocalTamper(string root) : ITamper
{
    /// <summary>Changes a letter of the payload and makes the checksum anew, so that only the hashes can tell.
    /// </summary>
    public async ValueTask<bool> ChangeAuditPayloadAsync(
        TenantId tenant, ulong position, CancellationToken cancellationToken = default)
    {
        const string Payload = "\"payload\":\"";
        var path = Path.Combine(root, tenant.ToString(), "audit", "00000000000000000001.jsonl");
        if (!File.Exists(path)) return false;
        var lines = await File.ReadAllLinesAsync(path, cancellationToken);
        var index = Array.FindIndex(
            lines, line => line.StartsWith($"{{\"position\":{position},", StringComparison.Ordinal));
        if (index < 0) return false;
        var end = lines[index].LastIndexOf(",\"crc32c\"", StringComparison.Ordinal);
        var content = Encoding.UTF8.GetBytes(lines[index][..end]);
        var at = lines[index].IndexOf(Payload, StringComparison.Ordinal) + Payload.Length;
        content[at] = (byte)(content[at] == '"' ? throw new InvalidOperationException("an empty payload") : '#');
        using var line = new MemoryStream();
        line.Write(content);
        SealedLine.Close(line, 0);
        lines[index] = Encoding.UTF8.GetString(line.ToArray()).TrimEnd('\n');
        await File.WriteAllTextAsync(path, string.Join('\n', lines) + "\n", cancellationToken);
        return true;
    }

    /// <summary>An opened log notices by itself, with an error, that it was cut: <c>DamageTests</c>.</summary>
    public ValueTask<bool> CutAuditAsync(
        TenantId tenant, ulong fromPosition, CancellationToken cancellationToken = default) => new(false);

    public ValueTask<bool> DamageSessionAsync(
        TenantId tenant, SessionId session, CancellationToken cancellationToken = default) =>
        ChangeAsync(Path.Combine(root, tenant.ToString(), "sessions", $"{session}.json"));

    public ValueTask<bool> FlipSecretAsync(
        TenantId tenant, string key, CancellationToken cancellationToken = default) => ChangeAsync(Secret(tenant, key));

    public ValueTask<bool> MoveSecretAsync(
        TenantId tenant, string from, string to, CancellationToken cancellationToken = default)
    {
        if (!File.Exists(Secret(tenant, from))) return new(false);
        File.Copy(Secret(tenant, from), Secret(tenant, to), overwrite: true);
        return new(true);
    }

    public ValueTask<bool> DamagePolicyAsync(
        TenantId tenant, AgentId agent, CancellationToken cancellationToken = default) => new(false);

    string Secret(TenantId tenant, string key) =>
        Path.Combine(root, tenant.ToString(), "credentials", KeyFile.Of(key).Name);

    static async ValueTask<bool> ChangeAsync(string path)
    {
        if (!File.Exists(path)) return false;
        var content = await File.ReadAllBytesAsync(path);
        content[content.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(path, content);
        return true;
    }
}
