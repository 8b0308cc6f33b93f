namespace StorageKit;

/// <summary>The policy that binds an agent. Immutable; compared by value, rules in order.</summary>
public sealed class PolicyDocument : IEquatable<PolicyDocument>
{
    readonly PolicyRule[] _rules;

    /// <summary>A policy; the rules are copied.</summary>
    /// <exception cref="ArgumentException">A rule is null or has no pattern, a decision or the mode is none of its
    /// enum, or a text holds a lone surrogate.</exception>
    public PolicyDocument(
        uint version, string name, IEnumerable<PolicyRule> rules,
        EnforcementMode enforcementMode = EnforcementMode.Enforce)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(rules);
        if (!Enum.IsDefined(enforcementMode))
            throw new ArgumentOutOfRangeException(nameof(enforcementMode), enforcementMode, "Not an EnforcementMode.");
        StrictUtf8.Require(name, nameof(name));
        Version = version;
        Name = name;
        _rules = [.. rules];
        foreach (var rule in _rules) Require(rule);
        Rules = Array.AsReadOnly(_rules);
        EnforcementMode = enforcementMode;
    }

    /// <summary>The version, compared as a number: a store answers with the highest.</summary>
    public uint Version { get; }

    /// <summary>A name for people.</summary>
    public string Name { get; }

    /// <summary>The rules, in the order of their evaluation.</summary>
    public IReadOnlyList<PolicyRule> Rules { get; }

    /// <summary>How strictly the policy is applied.</summary>
    public EnforcementMode EnforcementMode { get; }

    /// <summary>The compact JSON text, byte for byte as the reference writes it.</summary>
    public string ToJson() => PolicyJson.Write(this);

    /// <summary>Reads a document by the reference's rules: unknown fields are ignored; a duplicate, missing or mistyped
    /// one, and an unknown decision or mode, are errors (a policy that is not understood never reads as
    /// permission).</summary>
    /// <exception cref="FormatException">The text is not a policy document.</exception>
    public static PolicyDocument FromJson(string json) => PolicyJson.Read(json);

    /// <inheritdoc/>
    public bool Equals(PolicyDocument? other) =>
        other is not null && Version == other.Version && Name == other.Name
        && EnforcementMode == other.EnforcementMode && _rules.AsSpan().SequenceEqual(other._rules);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PolicyDocument);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Version, Name, EnforcementMode, _rules.Length);

    /// <inheritdoc/>
    public override string ToString() =>
        $"policy \"{Name}\" version {Version}, {_rules.Length} rules, {EnforcementMode}";

    // A decision without a name could be written, but no reader would take it for a policy again.
    static void Require(PolicyRule rule)
    {
        if (rule?.ActionPattern is null || !Enum.IsDefined(rule.Decision))
            throw new ArgumentException(
                "A rule is null, has no ActionPattern, or its Decision is not a PolicyDecision.", "rules");
        StrictUtf8.Require(rule.ActionPattern, nameof(rule.ActionPattern));
    }
}
