using StorageKit.Specimens.Tests.Running;

namespace StorageKit.Specimens.Tests.Page;

public sealed class IndexPageTests
{
    [Fact]
    public void The_table_of_specimens_is_current() => PageFile.AssertCurrent(IndexPage.File, IndexPage.Write());

    [Fact]
    public void A_fault_says_what_its_failure_has_to_say() =>
        Assert.All(
            SpecimenCatalog.All.SelectMany(specimen => specimen.Faults), fault => Assert.NotEqual("", fault.Says));

    [Fact]
    public void A_specimen_keeps_what_it_does_not_break() =>
        Assert.All(SpecimenCatalog.All, specimen =>
        {
            Assert.NotEmpty(specimen.Keeps);
            Assert.Empty(specimen.Keeps.Intersect(specimen.Faults.Select(fault => fault.Clause)));
        });
}
