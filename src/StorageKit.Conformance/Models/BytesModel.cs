using System.Globalization;
using StorageKit.Conformance.Clauses;

namespace StorageKit.Conformance.Models;

/// <summary>Byte arrays by key, whatever the contract calls them.</summary>
internal abstract class BytesModel<TStore> : ContractModel<TStore, Dictionary<string, byte[]>> where TStore : class
{
    static readonly int[] s_lengths = [0, 1, 16, 300];

    protected override Step<TStore, Dictionary<string, byte[]>> Next(Random random)
    {
        var key = Pick(random, ModelKeys.Texts);
        return random.Next(10) switch
        {
            < 4 => Put(key, Bytes(random)),
            < 6 => new(
                $"delete({OddKeys.Name(key)})",
                values =>
                {
                    values.Remove(key);
                    return Answer.Done;
                },
                async (store, _, token) =>
                {
                    await DeleteAsync(store, key, token).ConfigureAwait(false);
                    return Answer.Done;
                }),
            _ => Look(random, key),
        };
    }

    /// <summary>An operation that changes nothing.</summary>
    protected virtual Step<TStore, Dictionary<string, byte[]>> Look(Random random, string key) => new(
        $"get({OddKeys.Name(key)})",
        values => Answer.Of(values.GetValueOrDefault(key)),
        async (store, _, token) => Answer.Of(await GetAsync(store, key, token).ConfigureAwait(false)));

    protected abstract ValueTask PutAsync(TStore store, string key, byte[] value, CancellationToken token);

    protected abstract ValueTask<byte[]?> GetAsync(TStore store, string key, CancellationToken token);

    protected abstract ValueTask DeleteAsync(TStore store, string key, CancellationToken token);

    Step<TStore, Dictionary<string, byte[]>> Put(string key, byte[] value) => new(
        string.Create(CultureInfo.InvariantCulture, $"put({OddKeys.Name(key)}, {value.Length} bytes)"),
        values =>
        {
            values[key] = value;
            return Answer.Done;
        },
        async (store, _, token) =>
        {
            await PutAsync(store, key, [.. value], token).ConfigureAwait(false);
            return Answer.Done;
        });

    static byte[] Bytes(Random random)
    {
        var bytes = new byte[Pick(random, s_lengths)];
        random.NextBytes(bytes);
        return bytes;
    }
}
