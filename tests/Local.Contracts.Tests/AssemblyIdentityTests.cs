using System.Activities;
using System.Linq;
using System.Reflection;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Workflow;
using Xunit;

namespace Local.Contracts.Tests;

public sealed class AssemblyIdentityTests
{
    public static TheoryData<Assembly, string, string> StandIns => new()
    {
        { typeof(Entity).Assembly, "Microsoft.Xrm.Sdk", "9.0.0.0" },
        { typeof(WhoAmIRequest).Assembly, "Microsoft.Crm.Sdk.Proxy", "9.0.0.0" },
        { typeof(IWorkflowContext).Assembly, "Microsoft.Xrm.Sdk.Workflow", "9.0.0.0" },
        { typeof(CodeActivity).Assembly, "System.Activities", "4.0.0.0" },
    };

    [Theory, MemberData(nameof(StandIns))]
    public void AStandIn_HasTheIdentityOfTheGenuineAssembly_AndATitleThatSaysWhatItIs(Assembly assembly, string name, string version)
    {
        Assert.Equal($"{name}, Version={version}, Culture=neutral, PublicKeyToken=31bf3856ad364e35", assembly.FullName);
        Assert.Equal($"Stand-in for {name} (not Microsoft's)", assembly.GetCustomAttribute<AssemblyTitleAttribute>()!.Title);
    }

    [Fact]
    public void AStandIn_LeansOnTheFrameworkAndOtherStandInsOnly()
    {
        string[] allowed =
        [
            "mscorlib", "System", "System.Core", "System.Runtime.Serialization", "System.ServiceModel", "System.Xml", "Microsoft.Xrm.Sdk", "System.Activities",
        ];
        Assembly[] standIns = [typeof(Entity).Assembly, typeof(WhoAmIRequest).Assembly, typeof(IWorkflowContext).Assembly, typeof(CodeActivity).Assembly];

        var strangers = standIns.SelectMany(assembly => assembly.GetReferencedAssemblies()).Select(reference => reference.Name).Except(allowed);

        Assert.Empty(strangers);
    }
}
