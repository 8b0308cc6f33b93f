using Microsoft.CodeAnalysis;

namespace StorageKit.Analyzers;

/// <summary>
/// The rules, one field each (release tracking looks at fields only), in one partial file per family. A title is a
/// sentence; a message is the fact and the remedy, in two sentences, with names quoted.
/// </summary>
internal static partial class Descriptors
{
    const string HelpRoot = "https://github.com/storagekit/storagekit/blob/main/docs/rules/";

    static DiagnosticDescriptor Rule(
        string id, string category, DiagnosticSeverity severity, string title, string message) =>
        new(id, title, message, category, severity, isEnabledByDefault: true, helpLinkUri: $"{HelpRoot}{id}.md");
}
