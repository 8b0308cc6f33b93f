using StorageKit.Conformance.Histories;

namespace StorageKit.Conformance.Clauses;

/// <summary>A store whose keys are registers, as the clauses about races see it: sessions, secrets and objects are checked
/// alike. What is written is a number, spread over all of the value.</summary>
internal interface IRegister
{
    /// <summary>Replaces the value under the key, all of it, by one made of the stamp.</summary>
    ValueTask WriteAsync(string key, ulong stamp, CancellationToken cancellationToken);

    /// <summary>The stamp that all of the value is made of; <see cref="OperationValue.None"/> when absent; a text when the
    /// value is no stamp or a mix of two.</summary>
    ValueTask<OperationValue> ReadAsync(string key, CancellationToken cancellationToken);

    /// <summary>Removes the value.</summary>
    ValueTask DeleteAsync(string key, CancellationToken cancellationToken);
}
