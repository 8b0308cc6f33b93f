using System.Security.Cryptography;
using System.Text;

namespace StorageKit.Conformance;

/// <summary>The page's style and script, which stand in the page itself.</summary>
internal static class PageResource
{
    internal static string Style { get; } = Read("report.css");

    internal static string Script { get; } = Read("report.js");

    /// <summary>Nothing is loaded and nothing is sent; only this style and this script are obeyed, so that even markup
    /// that slipped through could do nothing.</summary>
    internal static string ContentSecurityPolicy { get; } =
        $"default-src 'none'; style-src '{Hash(Style)}'; script-src '{Hash(Script)}'; base-uri 'none'; "
        + "form-action 'none'";

    static string Hash(string text) =>
        "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    static string Read(string name)
    {
        using var stream = typeof(PageResource).Assembly.GetManifestResourceStream($"StorageKit.Conformance.{name}")
            ?? throw new InvalidOperationException($"The assembly was built without {name}.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
