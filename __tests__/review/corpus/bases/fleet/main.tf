terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "5.100.0"
    }
  }
}

provider "aws" {
  region = "us-west-2"
}

module "network" {
  source = "./modules/network"
  cidr   = "10.30.0.0/16"
  zones  = ["us-west-2a", "us-west-2b", "us-west-2c"]
}

module "edge" {
  source  = "./modules/edge"
  name    = "fleet"
  vpc_id  = module.network.vpc_id
  subnets = module.network.subnets
  paths   = { search = ["/search", "/search/*"] }
}

module "web" {
  source            = "./modules/fleet"
  name              = "web"
  vpc_id            = module.network.vpc_id
  subnets           = values(module.network.subnets)
  target_group_arn  = module.edge.target_groups["web"]
  balancer_group_id = module.edge.security_group_id
  image             = "ami-0123456789abcdef0"
  min_size          = 3
  max_size          = 6
  min_healthy       = 90
}

module "search" {
  source            = "./modules/fleet"
  name              = "search"
  vpc_id            = module.network.vpc_id
  subnets           = values(module.network.subnets)
  target_group_arn  = module.edge.target_groups["search"]
  balancer_group_id = module.edge.security_group_id
  image             = "ami-0123456789abcdef0"
  min_size          = 2
  max_size          = 4
}

output "address" {
  value = module.edge.dns_name
}
