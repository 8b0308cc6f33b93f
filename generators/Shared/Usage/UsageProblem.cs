using Microsoft.CodeAnalysis;

namespace StorageKit.Roslyn;

/// <summary>A broken rule: what is wrong and what to do, two sentences without their full stops.</summary>
internal readonly record struct UsageProblem(UsageRule Rule, Location Place, string Fact, string Remedy);
