using System.Text;

namespace StorageKit.Conformance.Clauses;

/// <summary>Secrets made to be looked for: readable, of no value, and different each time.</summary>
internal static class CanaryBytes
{
    /// <summary>ASCII text that was never there before.</summary>
    /// <param name="name">How it begins.</param>
    /// <param name="length">In bytes; at least 48.</param>
    internal static byte[] New(string name, int length = 64)
    {
        var text = new StringBuilder(name).Append('-');
        while (text.Length < length) text.Append(Guid.NewGuid().ToString("N"));
        return Encoding.ASCII.GetBytes(text.ToString(0, length));
    }
}
