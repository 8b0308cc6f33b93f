namespace StorageKit;

/// <summary>Something that an operator should know of a store's backend.</summary>
/// <param name="Level">How bad it is.</param>
/// <param name="Subject">What it is about, in a word or two: <c>version</c>, <c>fsync</c>, <c>clock</c>.</param>
/// <param name="Fact">What is the case, in a sentence without a full stop. No secret.</param>
/// <param name="Remedy">What to do; null for <see cref="BackendFindingLevel.Good"/>.</param>
public sealed record BackendFinding(
    BackendFindingLevel Level, string Subject, string Fact, string? Remedy = null);
