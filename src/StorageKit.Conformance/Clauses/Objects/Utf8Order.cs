using System.Text;

namespace StorageKit.Conformance.Clauses;

/// <summary>The order of listings.</summary>
internal static class Utf8Order
{
    internal static IComparer<ObjectInfo> OfKeys { get; } = Comparer<ObjectInfo>.Create(
        static (a, b) => Encoding.UTF8.GetBytes(a.Key).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(b.Key)));
}
