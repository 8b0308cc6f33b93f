using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace StorageKit.Testing.Roslyn;

/// <summary>A file of a project that is not C#: an item of AdditionalFiles.</summary>
sealed class TextFile(string path, string content) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(content);
}
