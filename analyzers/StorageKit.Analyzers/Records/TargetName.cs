using StorageKit.Analyzers.Effects;

namespace StorageKit.Analyzers.Records;

/// <summary>Names what an effect touches the same way in every method of the store.</summary>
internal static class TargetName
{
    /// <summary>A helper's <c>this</c> is the member's, where the field is the store's own.</summary>
    public static string Of(Effect effect) =>
        effect.Target.StartsWith("this:", StringComparison.Ordinal) && effect.Target.IndexOf('.') is var dot and > 0
            ? "this" + effect.Target.Substring(dot) : effect.Target;

    public static bool IsSame(Effect left, Effect right) =>
        (left.Technology == right.Technology || (left.Statement is not null && right.Statement is not null))
        && Of(left) == Of(right);
}
