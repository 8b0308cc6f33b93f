using System.Buffers.Text;
using System.Text.Unicode;
using System.Text;

namespace StorageKit.Tools;

/// <summary>Says where a listing goes on: after a key, which it holds. It is no secret, and gives nobody more than the
/// listing itself does.</summary>
internal static class PageToken
{
    internal static int LongestFor(int keyBytes) => Base64Url.GetEncodedLength(keyBytes) + 1;

    internal static string After(string key) => "k" + Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key));

    /// <summary>The key's UTF-8; null when this is no token of a listing with this prefix.</summary>
    internal static byte[]? Read(string? token, string prefix)
    {
        if (token is null || token.Length == 0 || token[0] != 'k') return null;
        var text = token.AsSpan(1);
        if (!Base64Url.IsValid(text)) return null;
        var key = Base64Url.DecodeFromChars(text);
        return Utf8.IsValid(key) && key.AsSpan().StartsWith(Encoding.UTF8.GetBytes(prefix)) ? key : null;
    }
}
