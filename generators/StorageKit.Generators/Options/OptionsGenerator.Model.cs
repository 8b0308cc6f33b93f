using StorageKit.Roslyn;

namespace StorageKit.Generators;

/// <summary>A binder, ready to be printed.</summary>
/// <param name="FileName">Unlike every other, even where capitals do not count.</param>
/// <param name="Options">What is bound.</param>
internal sealed record OptionsFile(string FileName, OptionsModel Options);
