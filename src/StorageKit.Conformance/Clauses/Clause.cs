using System.Reflection;

namespace StorageKit.Conformance;

/// <summary>One promise of one contract, and how to find out whether a driver keeps it.
/// Stateless and thread-safe.</summary>
public abstract class Clause
{
    /// <summary>Reads its own <see cref="ClauseAttribute"/>.</summary>
    protected Clause() => Info = GetType().GetCustomAttribute<ClauseAttribute>()
        ?? throw new InvalidOperationException($"{GetType().Name} has no [Clause].");

    /// <summary>Id, sentence, lane and needs.</summary>
    public ClauseAttribute Info { get; }

    /// <summary>Its id: <c>RLC-05</c>.</summary>
    public string Id => Info.Id;

    /// <summary>False for a clause of the catalogue whose check is not written yet: always untested.</summary>
    public virtual bool HasCheck => true;

    /// <summary>Returns when the driver keeps the promise.</summary>
    /// <exception cref="ClauseViolationException">It does not.</exception>
    /// <exception cref="InconclusiveException">It could not be decided within the budget.</exception>
    public abstract ValueTask CheckAsync(ClauseContext context);

    /// <summary>Id and sentence.</summary>
    public override string ToString() => $"{Id} {Info.Sentence}";
}
