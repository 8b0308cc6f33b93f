using Microsoft.CodeAnalysis;

namespace StorageKit.Roslyn;

/// <summary>A broken rule, to be printed as <c>'Subject' fact. Remedy.</c></summary>
internal readonly record struct UsageProblem(UsageRule Rule, Location Place, string Subject, string Fact, string Remedy);
