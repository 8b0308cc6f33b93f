using Microsoft.CodeAnalysis;

namespace StorageKit.Analyzers.Config;

/// <summary>
/// One rule about <c>storage.toml</c>: which of what was found in the file is its concern. To add one: an id, a
/// descriptor, a class like this, a line in <see cref="StorageFileAnalyzer"/>, a row in AnalyzerReleases.Unshipped.md,
/// a page in docs/rules.
/// </summary>
internal abstract class StorageFileRule(DiagnosticDescriptor descriptor)
{
    public DiagnosticDescriptor Descriptor => descriptor;

    public abstract IEnumerable<Finding> Find(StorageFile file);
}
