using System.Globalization;
using StorageKit.Conformance.Clauses;

namespace StorageKit.Conformance.Models;

/// <summary>Byte arrays by key, whatever the contract calls them.</summary>
internal abstract class BytesModel<TStore> : ContractModel<TStore, Dictionary<string, byte[]>> where TStore : class
{
    static readonly int[] s_lengths = [1, 0, 16, 300];

    protected override Step<TStore, Dictionary<string, byte[]>> Next(Choices choices)
    {
        var kind = choices.Next(10);
        var key = choices.Pick(ModelKeys.Texts);
        return kind switch
        {
            < 4 => Put(key, Bytes(choices)),
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
            _ => Look(choices, key),
        };
    }

    /// <summary>An operation that changes nothing.</summary>
    protected virtual Step<TStore, Dictionary<string, byte[]>> Look(Choices choices, string key) => new(
        $"get({OddKeys.Name(key)})",
        values => Answer.Of(values.GetValueOrDefault(key)),
        async (store, _, token) => Answer.Of(await GetAsync(store, key, token).ConfigureAwait(false)));

    protected abstract ValueTask PutAsync(TStore store, string key, byte[] value, CancellationToken token);

    protected abstract ValueTask<byte[]?> GetAsync(TStore store, string key, CancellationToken token);

    protected abstract ValueTask DeleteAsync(TStore store, string key, CancellationToken token);

    Step<TStore, Dictionary<string, byte[]>> Put(string key, byte[] value) => new(
        string.Create(CultureInfo.InvariantCulture, $"put({OddKeys.Name(key)}, {Answer.Of(value)})"),
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

    // Zeros, ones, and then bytes that look like nothing.
    static byte[] Bytes(Choices choices)
    {
        var bytes = new byte[choices.Pick(s_lengths)];
        var content = choices.Next(8);
        if (content < 2) bytes.AsSpan().Fill((byte)content);
        else new Random(content).NextBytes(bytes);
        return bytes;
    }
}
