using System.Reflection;
using StorageKit.Conformance.Exercises;

namespace StorageKit.Conformance.Clauses;

/// <summary>Whatever a driver's classes implement is registered, so that its clauses are run.</summary>
/// <remarks>A contract that is missing from the registration would make all its clauses not applicable, in silence.
/// That a suite has a test for every clause is for the suite's own fact, VerifyManifest.</remarks>
[Clause("GEN-02",
    "Every contract that a class of the driver implements is registered, so that none of its clauses is left out.")]
internal sealed class GEN02_NothingIsLeftOut : Clause
{
    public override ValueTask CheckAsync(ClauseContext context)
    {
        var driver = context.Driver.Registration;
        var classes = driver.Stores.Select(store => store.StoreType).ToHashSet();
        foreach (var type in classes)
        {
            foreach (var standard in StandardContract.All)
                Expect.That(
                    !type.IsAssignableTo(standard.Contract) || context.Driver.StoreOf(standard.Contract) is not null,
                    $"{type.Name} is an {standard.Contract.Name}, but the driver is not registered "
                    + $"for {standard.Kind}: "
                    + "none of its clauses would be run");
            foreach (var manifest in type.Assembly.GetCustomAttributes<StorageDriverManifestAttribute>())
                foreach (var listed in manifest.Stores.Where(_ => manifest.Name == driver.Name))
                    Expect.That(
                        classes.Contains(listed),
                        $"the manifest of \"{driver.Name}\" lists {listed.Name}, its registration does not");
        }
        return ValueTask.CompletedTask;
    }
}
