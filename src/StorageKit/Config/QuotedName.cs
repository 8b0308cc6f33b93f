using System.Text;

namespace StorageKit;

/// <summary>Names in messages, quoted and escaped as the reference's debug form does it.</summary>
internal static class QuotedName
{
    internal static string Of(string name)
    {
        var text = new StringBuilder("\"");
        foreach (var c in name)
        {
            text.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                '\0' => "\\0",
                < ' ' or '\u007f' => $"\\u{{{(int)c:x}}}",
                _ => c.ToString(),
            });
        }
        return text.Append('"').ToString();
    }
}
