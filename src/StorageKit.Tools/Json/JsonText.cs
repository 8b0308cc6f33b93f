using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace StorageKit.Tools;

/// <summary>Texts of JSON that somebody else has written.</summary>
internal static class JsonText
{
    /// <summary>A string of valid Unicode; false for anything else, such as a lone surrogate (<c>"\ud800"</c>).
    /// </summary>
    internal static bool TryGet(JsonElement value, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (value.ValueKind != JsonValueKind.String) return false;
        try
        {
            text = value.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
