using System.Text;
using StorageKit.Conformance.Clauses;

namespace StorageKit.Conformance.Models;

/// <summary>Objects by key.</summary>
internal sealed class ObjectModel : BytesModel<IObjectStore>
{
    protected override Step<IObjectStore, Dictionary<string, byte[]>> Look(Choices choices, string key) =>
        choices.Next(5) switch
    {
        4 => List(""),
        3 => List(key),
        2 => new(
            $"ExistsAsync({OddKeys.Name(key)})",
            objects => Answer.Of(objects.ContainsKey(key)),
            async (store, _, token) => Answer.Of(await store.ExistsAsync(key, token).ConfigureAwait(false))),
        _ => base.Look(choices, key),
    };

    protected override ValueTask PutAsync(IObjectStore store, string key, byte[] value, CancellationToken token) =>
        store.WriteAsync(key, value, token);

    protected override ValueTask<byte[]?> GetAsync(IObjectStore store, string key, CancellationToken token) =>
        store.ReadAsync(key, token);

    protected override ValueTask DeleteAsync(IObjectStore store, string key, CancellationToken token) =>
        store.DeleteAsync(key, token);

    static Step<IObjectStore, Dictionary<string, byte[]>> List(string prefix) => new(
        $"ListAsync({OddKeys.Name(prefix)})",
        objects => Answer.Of(List(objects, prefix)),
        async (store, _, token) =>
        {
            List<ObjectInfo> listed = [];
            await foreach (var found in store.ListAsync(prefix, token).ConfigureAwait(false)) listed.Add(found);
            return Answer.Of(listed);
        });

    // The hexadecimal digits of two byte arrays are in the order of the arrays.
    static IEnumerable<ObjectInfo> List(Dictionary<string, byte[]> objects, string prefix) => objects
        .Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal))
        .OrderBy(pair => Convert.ToHexString(Encoding.UTF8.GetBytes(pair.Key)), StringComparer.Ordinal)
        .Select(pair => new ObjectInfo(pair.Key, pair.Value.Length));
}
